<#ftl attributes={
  "title":       "Real chats",
  "description": "Chats with at least one message from the visitor and two from the user.",
  "api":         "chat-sessions",
  "scopes":      ["org", "team", "user"],
  "unit":        "chats",
  "aggregation": "count"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="chat_session_id">
  <@chats.realChat/>
</@chats.request>
