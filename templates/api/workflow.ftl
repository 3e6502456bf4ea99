<#ftl attributes={
  "path":    "/api/reporting/workflow/v1/orgs/{organization}/query/",
  "rooms":   false,
  "buckets": false
}>
<#-- A question to the workflow API: one figure for the whole time span, without buckets, grouping or time zone.
     The search for "" is printed so by Giosg, which does not say what it means. -->
<#import "/api/question.ftl" as question>

<#macro request of category action>
{
  ${question.verb()?c}: [${of?c}],
  "where": [
    {"field": "category", "search": ${category?c}},
    {"field": "action", "search": ${action?c}},
    {"field": "partner_organization_ids", "search": ""}
  ],
  "timespan": {"After": ${body.interval.first?c}, "Before": ${body.interval.last?c}}
}
</#macro>
