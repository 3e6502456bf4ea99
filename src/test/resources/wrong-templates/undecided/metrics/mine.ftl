<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["org"],
  "unit":        "chats",
  "aggregation": "count"
}>
<#import "/api/chat-sessions.ftl" as chats>
<#import "/api/filters.ftl" as filter>
<@chats.request of="chat_session_id">
  <@filter.atLeast "sales" 5/>
  {"type": "bound", "dimension": "sales", "upper": "3"},
</@chats.request>
