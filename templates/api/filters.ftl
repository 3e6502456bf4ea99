<#-- Conditions on what is counted. Each one ends in a comma, so that a template simply lists them;
     the group around them drops the last comma. Numbers are compared as numbers: Giosg would compare them as text by default. -->

<#macro all><@group "and"><#nested></@group></#macro>

<#macro any><@group "or"><#nested></@group></#macro>

<#macro is dimension value>{"type": "selector", "dimension": ${dimension?c}, "value": ${value?c}},</#macro>

<#-- One of several values; no condition at all where there are none. -->
<#macro isOneOf dimension values>
  <#if values?size == 1>
    <@is dimension values[0]/>
  <#elseif values?size gt 1>
    <@any><#list values as value><@is dimension value/></#list></@any>
  </#if>
</#macro>

<#macro atLeast dimension number>{"type": "bound", "dimension": ${dimension?c}, "lower": ${number?c}, "ordering": "numeric"},</#macro>

<#macro moreThan dimension number>{"type": "bound", "dimension": ${dimension?c}, "lower": ${number?c}, "lowerStrict": true, "ordering": "numeric"},</#macro>

<#-- From the first number, included, up to the second, excluded. -->
<#macro between dimension from below>{"type": "bound", "dimension": ${dimension?c}, "lower": ${from?c}, "upper": ${below?c}, "upperStrict": true, "ordering": "numeric"},</#macro>

<#macro group type>
<#local fields><#nested></#local>
{"type": ${type?c}, "fields": [${fields?trim?remove_ending(",")}]},</#macro>

<#-- The filter of a whole question: everything listed inside must hold. -->
<#macro root>
<#local filter><@all><#nested></@all></#local>
${filter?trim?remove_ending(",")}</#macro>
