<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["org"],
  "unit":        "chats",
  "aggregation": "count"
}>
<#import "/api/mine.ftl" as mine>
<@mine.request/>
