<#ftl attributes={
  "title": "Mine",
  "api": "events",
  "scopes": ["org"],
  "aggregation": "count"
}>
<#import "/api/events.ftl" as events>
<@events.request category="a" action="b"/>
