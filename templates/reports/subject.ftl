<#-- The subject of a mail, on one line. -->
<#if report.missing gt 0>[incomplete ${report.metrics - report.missing}/${report.metrics}] </#if><#if report.missedTargets gt 0>[${report.missedTargets} target${(report.missedTargets gt 1)?then("s", "")} missed] </#if><#if subject?has_content>${subject}<#else>${report.title}: ${report.organization}, ${report.period.brief}</#if>
