<#ftl attributes={
  "title":       "Chat invitations",
  "description": "Invitations by users to other users to take part in a chat.",
  "api":         "events",
  "scopes":      ["org", "user"],
  "unit":        "invitations",
  "aggregation": "count"
}>
<#import "/api/events.ftl" as events>
<@events.request category="chat_invitation" action="created"/>
