<#ftl attributes={
  "title": "Mine",
  "description": "Mine.",
  "api": "events",
  "scope": ["org"],
  "scopes": ["org"],
  "unit": "chats",
  "aggregation": "count"
}>
<#import "/api/events.ftl" as events>
<@events.request category="a" action="b"/>
