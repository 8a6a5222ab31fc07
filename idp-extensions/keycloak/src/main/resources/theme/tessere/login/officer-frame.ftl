<#-- What all officers' pages have in common: navigation, messages, history. Texts come from the officers' bundle. -->
<#macro frame here>
<link rel="stylesheet" href="${url.resourcesPath}/css/officer.css">
<nav class="officer" aria-label="${text.of("nav")}">
  <ul>
    <#list ["start", "overview", "alerts", "proposals", "switches", "documents", "import", "trust", "entries", "log"] as page>
    <li><a href="${pages}<#if page != "start">/${page}</#if>"<#if page == here> aria-current="page"</#if>>${text.of("nav." + page)}</a></li>
    </#list>
    <#nested "nav">
  </ul>
</nav>
<p class="small">${text.of("who", officer, text.of("role." + role))}</p>
<#if late><p class="notice error" role="alert">${text.of("late")}</p></#if>
<#if done?? && done?has_content><p class="notice info" role="status">${text.word("done", done)}</p></#if>
<#if wrong?? && wrong?has_content><p class="notice error" role="alert">${text.of("wrong." + wrong)}</p></#if>
<#nested "page">
</#macro>

<#macro token><input type="hidden" name="token" value="${formToken}"></#macro>

<#macro reason id>
<p class="field"><label for="${id}">${text.of("reason")}</label>
<input id="${id}" name="reason" required minlength="5" maxlength="300" autocomplete="off" aria-describedby="${id}-hint">
<span class="small" id="${id}-hint">${text.of("reason.hint")}</span></p>
</#macro>

<#macro urgent id>
<p class="field check"><span><input id="${id}" type="checkbox" name="urgent" value="yes" aria-describedby="${id}-hint"> <label for="${id}">${text.of("urgent")}</label></span>
<span class="small" id="${id}-hint">${text.of("urgent.hint")}</span></p>
</#macro>

<#macro document id>
<p class="field"><label for="${id}-state">${text.of("document.state")}</label>
<input id="${id}-state" name="state" required maxlength="3" size="4" autocomplete="off"></p>
<p class="field"><label for="${id}-type">${text.of("document.type")}</label>
<input id="${id}-type" name="type" required maxlength="2" size="4" autocomplete="off"></p>
<p class="field"><label for="${id}-number">${text.of("document.number")}</label>
<input id="${id}-number" name="number" required maxlength="30" autocomplete="off"></p>
</#macro>

<#macro history acts>
<section aria-labelledby="history">
<h2 id="history">${text.of("history")}</h2>
<#if acts?has_content>
<div class="table" role="region" aria-labelledby="history" tabindex="0"><table>
<thead><tr><th scope="col">${text.of("history.at")}</th><th scope="col">${text.of("history.officer")}</th><th scope="col">${text.of("history.subject")}</th><th scope="col">${text.of("history.before")}</th><th scope="col">${text.of("history.after")}</th><th scope="col">${text.of("reason")}</th></tr></thead>
<tbody>
<#list acts as act>
<tr><td>${act.at()}</td><td>${act.officer()}</td><td><code>${act.subject()}</code></td><td>${text.word("value", act.before())}</td><td>${text.word("value", act.after())}</td><td>${act.reason()}</td></tr>
</#list>
</tbody></table></div>
<#else><p>${text.of("history.none")}</p></#if>
</section>
</#macro>
