<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.alerts")}<#elseif section == "form">
<@o.frame here="alerts"; part><#if part == "page">
<p class="lead">${text.of("alerts.lead")}</p>
<section aria-labelledby="open">
<h2 id="open">${text.of("alerts.open", open?size)}</h2>
<#if open?has_content>
<#list open as one>
<div class="entry" id="a-${one.id()}">
<h3>${text.of("rule." + one.rule())}</h3>
<@about one/>
<#if one.own()><p>${text.of("wrong.alert-own")}</p>
<#elseif mayAct>
<details><summary>${text.of("alerts.acknowledge")}</summary>
<form action="${pages}/alerts/acknowledge" method="post">
<@o.token/><input type="hidden" name="id" value="${one.id()}">
<@o.reason id="seen-" + one?index/>
<p class="actions"><button class="button" type="submit">${text.of("alerts.acknowledge")}</button></p>
</form></details>
</#if>
</div>
</#list>
<#else><p>${text.of("alerts.none")}</p></#if>
</section>
<section aria-labelledby="rules">
<h2 id="rules">${text.of("alerts.rules")}</h2>
<p>${text.of("alerts.rules.lead")}</p>
<#list rules as one>
<div class="entry" id="r-${one.kind().word()}">
<h3>${text.of("rule." + one.kind().word())}</h3>
<p><#if one.on()>${text.of("rule.when." + one.kind().word(), one.threshold(), one.minutes())}<#else>${text.of("alerts.off")}</#if></p>
<#if mayAct>
<details><summary>${text.of("alerts.change")}</summary>
<form action="${pages}/alerts/rule" method="post">
<@o.token/><input type="hidden" name="rule" value="${one.kind().word()}">
<p class="field"><label for="state-${one?index}">${text.of("alerts.state")}</label>
<select id="state-${one?index}" name="state"><option value="on"<#if one.on()> selected</#if>>${text.of("alerts.on")}</option><option value="off"<#if !one.on()> selected</#if>>${text.of("alerts.off")}</option></select></p>
<p class="field"><label for="threshold-${one?index}">${text.of("alerts.threshold")}</label>
<input id="threshold-${one?index}" name="threshold" type="number" min="1" max="10000" required value="${one.threshold()?c}"></p>
<p class="field"><label for="minutes-${one?index}">${text.of("alerts.minutes")}</label>
<input id="minutes-${one?index}" name="minutes" type="number" min="1" max="1440" required value="${one.minutes()?c}"></p>
<@o.reason id="rule-" + one?index/>
<p class="actions"><button class="button" type="submit">${text.of("alerts.propose")}</button></p>
</form></details>
</#if>
</div>
</#list>
</section>
<section aria-labelledby="past">
<h2 id="past">${text.of("alerts.past")}</h2>
<#if past?has_content>
<#list past as one>
<div class="entry">
<h3>${text.of("rule." + one.rule())}</h3>
<@about one/>
<p>${text.of("alerts.seen", one.keeper(), one.seen(), one.note())}</p>
</div>
</#list>
<#else><p>${text.of("history.none")}</p></#if>
</section>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>

<#macro about one>
<p>${text.of("alerts.about")} <code>${one.subject()}</code></p>
<p>${text.of("alerts.counted", one.count(), one.first(), one.last())}</p>
<#if one.entries()?has_content>
<details><summary>${text.of("alerts.entries", one.entries()?size)}</summary>
<ul><#list one.entries() as entry><li><a href="${pages}/entries/${entry}"><code>${entry}</code></a></li></#list></ul></details>
</#if>
<p class="small">${text.of("alerts.raised", one.raised())}<#list one.deliveries() as sent> ${text.of("delivery." + sent.standing(), text.of("channel." + sent.channel()), sent.tries())}</#list></p>
</#macro>
