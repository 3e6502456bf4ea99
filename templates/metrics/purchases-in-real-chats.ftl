<#ftl attributes={
  "title":         "Purchases in real chats",
  "description":   "Purchases by visitors who had a real chat. Giosg counts carts bought during the chat or up to 24 hours after it.",
  "api":           "chat-sessions",
  "scopes":        ["org", "team", "user"],
  "unit":          "purchases",
  "aggregation":   "sum",
  "settles-after": "24h"
}>
<#import "/api/chat-sessions.ftl" as chats>
<@chats.request of="order_count">
  <@chats.realChat/>
  <@chats.withPurchase/>
</@chats.request>
