<#macro request>
{"filters": ${body.}}
</#macro>
