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
  <@chats.realChat/>
  <@filter.between "user_message_count" 0 2/>
</@chats.request>
