<#-- What questions about chat sessions and about events have in common. -->

<#macro interval>{"start": ${body.interval.first?c}, "end": ${body.interval.last?c}, "time_zone": ${body.interval.timeZone?c}}</#macro>

<#-- Nothing for the whole organization, else team_id or user_id. -->
<#macro grouping>[<#if body.scope.id != "org">${(body.scope.id + "_id")?c}</#if>]</#macro>

<#-- Giosg's word for the aggregation in the header of the metric. -->
<#function verb>
  <#return {"count": "count", "sum": "sum", "average": "avg"}[body.metric.aggregation.id]>
</#function>
