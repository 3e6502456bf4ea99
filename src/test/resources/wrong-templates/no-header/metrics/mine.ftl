<#import "/api/events.ftl" as events>
<@events.request category="a" action="b"/>
