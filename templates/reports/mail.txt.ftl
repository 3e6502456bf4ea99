<#-- A report as plain text, for a fixed-width font of 76 columns. -->
<#assign perTable = 4 nameWidth = 24 width = 12>
<#function wrapped text width>
  <#local lines = [] line = "">
  <#list text?word_list as word>
    <#if line == ""><#local line = word>
    <#elseif line?length + 1 + word?length lte width><#local line = line + " " + word>
    <#else><#local lines = lines + [line] line = word></#if>
  </#list>
  <#return lines + [line]>
</#function>
<#function cut text width>
  <#return (text?length gt width)?then(text?substring(0, width - 1) + "…", text)>
</#function>
<#function shown figure>
  <#return figure.text + (figure.mark.id == "provisional")?then("*", "")>
</#function>
<#macro paragraph text indent=""><#list wrapped(text, 76 - indent?length) as line>${indent}${line}
</#list></#macro>
<#macro row name cells><#t>
${cut(name, nameWidth - 1)?right_pad(nameWidth)}<#list cells as cell>${cell?left_pad(width)}</#list>
</#macro>
<#macro figures of>
<#list of.columns?chunk(perTable) as columns>
<#assign heads = [] height = 0>
<#list columns as column>
<#assign head = wrapped(column.title, width - 2)>
<#assign heads = heads + [head]>
<#if head?size gt height><#assign height = head?size></#if>
</#list>
<#list 0..<height as index>
<#assign cells = []>
<#list heads as head><#assign at = index - (height - head?size)><#assign cells = cells + [(at gte 0)?then(head[at]!"", "")]></#list>
<@row name=(index == height - 1)?then(of.lineTitle, "") cells=cells/>
</#list>
${""?right_pad(nameWidth + columns?size * width, "-")}
<#assign from = columns?index * perTable>
<#list of.lines as line>
<#if line?index == most><#break></#if>
<#assign cells = []>
<#list 0..<columns?size as index><#assign cells = cells + [shown(line.figures[from + index])]></#list>
<@row name=line.label.text cells=cells/>
</#list>
<#if of.lines?size gt most>${say("and-more", of.lines?size - most)}
</#if>

</#list>
</#macro>
<#assign most = 50>
${report.title?upper_case}
${report.organization}
${report.period.words}
<#list report.before as before>
<@paragraph say("compared-with", before.words)/>
</#list>
<@paragraph say("zone", report.period.zone, report.period.start, report.period.end)/>

<#list report.notices as notice>
<@paragraph text=notice.headline indent="! "/>
<#list notice.details as detail><@paragraph text=detail indent="  "/></#list>

</#list>
<#list report.overview.lines>
<#assign buckets = report.overview.buckets>
${say("metric")?right_pad(40)}${say(report.overview.single?then("figure", "total"))?left_pad(14)}  ${say("unit")}
${""?right_pad(76, "-")}
<#items as line>
${cut(line.metric.title, 39)?right_pad(40)}${shown(line.total)?left_pad(14)}  ${line.metric.unit}
<#list line.change as change>
${""?right_pad(4)}${change.words}<#if change.before.value??> ${say("from", change.before.text)}<#elseif change.trend.id == "unknown"> ${say("no-comparison")}</#if>
</#list>
<#list line.verdicts as verdict>
${""?right_pad(4)}${verdict.words}
</#list>
</#items>

<#if buckets?size gt 0>
${""?right_pad(12)}<#list buckets as bucket>${bucket.top?left_pad(9)}</#list>
${""?right_pad(12)}<#list buckets as bucket>${bucket.bottom?left_pad(9)}</#list>
${""?right_pad(12 + 9 * buckets?size, "-")}
<#list report.overview.lines as line>
${line.metric.title}
${""?right_pad(12)}<#list line.buckets as figure>${(figure.brief + (figure.mark.id == "provisional")?then("*", ""))?left_pad(9)}</#list>
</#list>

</#if>
</#list>
<#list report.tables as table>
${table.title?upper_case}

<#if table.lines?size == 0>
${say("no-figures")}

<#else>
<@figures of=table/>
</#if>
</#list>
<#list report.footnotes as note>
<@paragraph text=note/>
</#list>
<#if attachments?size gt 0>

<@paragraph say("attached", attachments?join(", "))/>
</#if>

${say("what-figures-mean")?upper_case}

<#list report.explanations as explanation>
<@paragraph text="${explanation.title} (${explanation.unit}): ${explanation.text}"/>
</#list>

${""?right_pad(76, "-")}
<#list report.footer as line>
<@paragraph line/>

</#list>
<@paragraph say("origin", report.origin.report, report.origin.run, report.origin.asked)/>
Giosg Chat Reports ${report.origin.version}
