<#ftl attributes={
  "title":       "Average first response wait time",
  "description": "How long visitors who started a chat waited for the first reply. Giosg does not publish the unit: seconds are assumed.",
  "api":         "events",
  "scopes":      ["org", "user"],
  "unit":        "seconds",
  "aggregation": "average"
}>
<#import "/api/events.ftl" as events>
<@events.request category="chat_session_first_response_wait_time" action="changed"/>
