<#ftl attributes={
  "title":       "Short chats",
  "description": "Chats in which the user wrote but which are not real chats. Corrected: the body that Giosg publishes also demands a real chat, so it matches none.",
  "api":         "chat-sessions",
  "scopes":      ["org", "team", "user"],
  "unit":        "chats",
  "aggregation": "count"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="chat_session_id">
  <@chats.shortChat/>
</@chats.request>
