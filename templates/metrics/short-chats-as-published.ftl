<#ftl attributes={
  "title":       "Short chats, as published",
  "description": "The body exactly as Giosg publishes it: it demands a chat that is real and not real at once, so it never matches any.",
  "api":         "chat-sessions",
  "scopes":      ["org", "team", "user"],
  "unit":        "chats",
  "aggregation": "count",
  "variant-of":  "short-chats"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="chat_session_id">
  <@chats.shortChat/>
  {"type": "bound", "dimension": "user_message_count", "lower": "2", "lowerStrict": false, "ordering": "numeric"},
  {"type": "bound", "dimension": "visitor_message_count", "lower": "1", "lowerStrict": false, "ordering": "numeric"},
</@chats.request>
