<#ftl attributes={
  "path":    "/api/events/v2/orgs/{organization}/fetch",
  "rooms":   false,
  "buckets": true
}>
<#-- A question about chat events. A metric says which events count; further conditions can be listed inside. -->
<#import "/api/question.ftl" as question>
<#import "/api/filters.ftl" as filter>

<#macro request category action>
{
  "sources": ["trusted"],
  "interval": <@question.interval/>,
  "granularity": ${body.granularity.id?c},
  "group_by": <@question.grouping/>,
  "organization_id": ${body.organization.id?c},
  "vendor": "com.giosg.chat",
  "aggregations": [${question.verb()?c}],
  "filters": <@filter.root>
    <@filter.is "category" category/>
    <@filter.is "action" action/>
    <#nested>
  </@filter.root>
}
</#macro>
