<#ftl attributes={
  "title":       "Mine",
  "description": "Mine.",
  "api":         "chat-sessions",
  "scopes":      ["org"],
  "unit":        "chats",
  "aggregation": "count"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="chat_session_id"/>
