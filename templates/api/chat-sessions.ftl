<#ftl attributes={
  "path":    "/api/reporting/v1/orgs/{organization}/chat_sessions",
  "rooms":   true,
  "buckets": true
}>
<#-- A question about chats with customers. A metric says of which column the figure is, and which chats count. -->
<#import "/api/question.ftl" as question>
<#import "/api/filters.ftl" as filter>

<#-- Giosg stores each session once per scope, so the grouping and the condition on "scope" must agree. -->
<#macro request of>
{
  "interval": <@question.interval/>,
  "granularity": ${body.granularity.id?c},
  "group_by": <@question.grouping/>,
  "aggregations": [{"type": ${question.verb()?c}, "fields": [${of?c}]}],
  "filters": <@filter.root>
    <@filter.any>
      <@filter.is "chat_type" "visitor"/>
      <@filter.is "chat_type" "external"/>
    </@filter.any>
    <#nested>
    <@filter.isOneOf "room_ids" body.rooms/>
    <@filter.is "scope" body.scope.id/>
  </@filter.root>
}
</#macro>

<#-- A chat is real once the visitor wrote at least one message and the user at least two. -->
<#macro realChat>
  <@filter.atLeast "user_message_count" 2/>
  <@filter.atLeast "visitor_message_count" 1/>
</#macro>

<#-- A chat is short when the user wrote but it is not real: either the visitor wrote nothing, or the user wrote once. -->
<#macro shortChat>
  <@filter.any>
    <@filter.all>
      <@filter.atLeast "user_message_count" 1/>
      <@filter.between "visitor_message_count" 0 1/>
    </@filter.all>
    <@filter.all>
      <@filter.between "user_message_count" 1 2/>
      <@filter.moreThan "visitor_message_count" 0/>
    </@filter.all>
  </@filter.any>
</#macro>

<#macro withPurchase>
  <@filter.moreThan "order_count" 0/>
</#macro>
