<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["org"],
  "unit":        "chats",
  "aggregation": "count"
}>
<#macro again><@again/></#macro>
<@again/>
