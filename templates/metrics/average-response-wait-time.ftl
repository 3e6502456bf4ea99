<#ftl attributes={
  "title":       "Average response wait time",
  "description": "How long visitors waited for replies to their messages. Giosg does not publish the unit: seconds are assumed.",
  "api":         "events",
  "scopes":      ["org", "user"],
  "unit":        "seconds",
  "aggregation": "average"
}>
<#import "/api/events.ftl" as events>
<@events.request category="chat_session_response_wait_time" action="changed"/>
