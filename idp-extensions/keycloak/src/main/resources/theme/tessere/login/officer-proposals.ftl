<#import "template.ftl" as layout>
<#import "officer-frame.ftl" as o>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("nav.proposals")}<#elseif section == "form">
<@o.frame here="proposals"; part><#if part == "page">
<p class="lead">${text.of("proposals.lead")}</p>
<section aria-labelledby="open">
<h2 id="open">${text.of("proposals.open", open?size)}</h2>
<#if open?has_content>
<#list open as one>
<div class="entry" id="p-${one.id()}">
<h3>${text.of("area." + one.area())} <code>${one.subject()}</code></h3>
<#if one.urgent()><p class="notice error">${text.of("proposals.urgent", one.until())}</p></#if>
<p>${text.of("proposals.change", text.word("value", one.before()), text.word("value", one.after()))}</p>
<p>${text.of("proposals.by", one.proposer(), one.at(), one.reason())}</p>
<#if (one.lockOut().refused() > 0)><p class="notice error" role="alert">${text.of("proposals.lockout", one.lockOut().present(), one.lockOut().refused())}<#if one.lockOut().you()> ${text.of("proposals.lockout.you")}</#if></p></#if>
<p class="small">${text.of("proposals.until", one.until())}</p>
<#if mayAct>
<#if one.own()><p>${text.of("proposals.own")}</p>
<#elseif one.area() == "import"><p>${text.of("proposals.import")}</p>
<#else>
<form action="${pages}/proposals/confirm" method="post">
<@o.token/><input type="hidden" name="id" value="${one.id()}">
<p class="actions"><button class="button" type="submit" aria-describedby="p-${one.id()}">${text.of("proposals.confirm")}</button></p>
</form>
</#if>
<details><summary>${text.of(one.own()?then("proposals.withdraw", "proposals.reject"))}</summary>
<form action="${pages}/proposals/reject" method="post">
<@o.token/><input type="hidden" name="id" value="${one.id()}">
<@o.reason id="reject-" + one?index/>
<p class="actions"><button class="button quiet" type="submit">${text.of(one.own()?then("proposals.withdraw", "proposals.reject"))}</button></p>
</form></details>
</#if>
</div>
</#list>
<#else><p>${text.of("proposals.none")}</p></#if>
</section>
<section aria-labelledby="past">
<h2 id="past">${text.of("proposals.past")}</h2>
<#if past?has_content>
<div class="table" role="region" aria-labelledby="past" tabindex="0"><table>
<thead><tr><th scope="col">${text.of("history.at")}</th><th scope="col">${text.of("history.subject")}</th><th scope="col">${text.of("history.before")}</th><th scope="col">${text.of("history.after")}</th><th scope="col">${text.of("proposals.proposer")}</th><th scope="col">${text.of("reason")}</th><th scope="col">${text.of("proposals.end")}</th></tr></thead>
<tbody>
<#list past as one>
<tr><td>${one.decided()}</td><td>${text.of("area." + one.area())} <code>${one.subject()}</code></td><td>${text.word("value", one.before())}</td><td>${text.word("value", one.after())}</td><td>${one.proposer()}</td><td>${one.reason()}</td><td>${text.of("standing." + one.standing())}<#if one.decider() != "system"> (${one.decider()})</#if><#if one.answer()?has_content>: ${one.answer()}</#if></td></tr>
</#list>
</tbody></table></div>
<#else><p>${text.of("history.none")}</p></#if>
</section>
</#if></@o.frame>
</#if>
</@layout.registrationLayout>
