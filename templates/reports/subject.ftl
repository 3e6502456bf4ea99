<#-- The subject of a mail, on one line. -->
<#if report.missing gt 0>[incomplete ${report.metrics - report.missing}/${report.metrics}] <#elseif again>[complete] </#if><#if subject?has_content>${subject}<#else>${report.title}: ${report.organization}, ${report.period.brief}</#if>
