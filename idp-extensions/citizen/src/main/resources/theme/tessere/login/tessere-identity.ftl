<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<#macro act to>
<form class="inline" action="${pages}/${to}" method="post"><input type="hidden" name="token" value="${formToken}"><#nested></form>
</#macro>
<#-- Each line as it is sent, and under it where it comes from. -->
<#macro spelled claims>
<dl class="table"><#list claims as s><dt>${text.of("identity.sent." + s.claim())}</dt><dd>${s.value()}<#if s.claim() == "gender" && text.word("identity.gender", s.value()) != s.value()> (${text.word("identity.gender", s.value())})</#if><br><span class="small">${text.of("identity.origin." + s.origin())}</span></dd></#list></dl>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("identity.title")}<#elseif section == "form">
<#if done?has_content><p class="notice info" role="status" id="done">${text.of("identity.done." + done)}</p></#if>
<@c.wrongs/>
<#if (wrong!"") == "level-too-old"><p class="actions"><a class="button" id="sign-in-again" href="${pages}/again">${text.of("identity.again")}</a></p></#if>
<p class="lead">${text.of("identity.lead")}</p>

<section class="box" aria-labelledby="documents">
  <h2 id="documents">${text.of("identity.documents")}</h2>
  <p>${text.of("identity.documents.text")}</p>
  <#list documents as d>
  <h3>${text.of("identity.kind." + d.type())}, ${d.state()}</h3>
  <p>${text.of("identity.added", d.added())}
  <#if d.blocked()><strong>${text.of("identity.blocked", d.since())}</strong></#if></p>
  <#if d.compared()?has_content>
  <p class="compared">${text.of("identity.compared", d.compared(), d.comparedUntil())}</p>
  <@act to="documents/uncompare"><input type="hidden" name="document" value="${d.id()}">
    <button class="button quiet" type="submit">${text.of("identity.uncompare")}</button></@act>
  </#if>
  <#if d.blocked()>
  <details><summary>${text.of("identity.unblock")}</summary>
  <@act to="documents/unblock">
    <input type="hidden" name="document" value="${d.id()}">
    <label for="unblock-${d.id()}">${text.of("identity.code.now")}</label>
    <input id="unblock-${d.id()}" name="code" type="password" inputmode="numeric" autocomplete="current-password" maxlength="6" required>
    <button type="submit">${text.of("identity.unblock.button")}</button>
  </@act></details>
  <#else>
  <details><summary>${text.of("identity.block")}</summary>
  <p>${text.of("identity.block.text")}</p>
  <@act to="documents/block"><input type="hidden" name="document" value="${d.id()}">
    <button type="submit">${text.of("identity.block.button")}</button></@act></details>
  </#if>
  </#list>
</section>

<section class="box" aria-labelledby="counter">
  <h2 id="counter">${text.of("identity.counter")}</h2>
  <p>${text.of("identity.counter.text")}</p>
  <@act to="documents/compare"><button class="button quiet" type="submit">${text.of("identity.counter.button")}</button></@act>
</section>

<section class="box" aria-labelledby="sent">
  <h2 id="sent">${text.of("identity.sent")}</h2>
  <p>${text.of("identity.sent.text")}</p>
  <p>${text.of("identity.sent.read", sent.read())}</p>
  <@spelled sent.claims()/>
  <p>${text.of("identity.sent.more")}</p>
  <#list kept as k>
  <h3>${text.of("identity.sent.kept")}<#if k.passkey()?has_content> (${k.passkey()})</#if></h3>
  <p>${text.of("identity.sent.kept.text", k.spelling().read())}</p>
  <@spelled k.spelling().claims()/>
  </#list>
</section>

<section class="box" aria-labelledby="history">
  <h2 id="history">${text.of("identity.history")}</h2>
  <p>${text.of("identity.history.text")}</p>
  <#if history?has_content>
  <ul class="spaced">
  <#list history as h>
    <li><strong>${h.service()}</strong>, ${h.at()}.
    <#if h.level()?has_content>${text.of("identity.history.level", msg("level." + h.level()))}<#else>${text.of("identity.history.before")}</#if>
    <#if h.compared()>${text.of("identity.history.compared")}</#if>
    <#if h.document()?has_content>${text.of("identity.history.document", text.of("identity.kind." + h.document()?keep_before(" ")), h.document()?keep_after(" "))}</#if>
    <#if h.channel()?has_content>${text.of("identity.history." + h.channel())}</#if>
    <#if h.shared()?has_content>${text.of("identity.history.shared", h.shared()?join(", "))}<#else>${text.of("identity.history.nothing")}</#if>
    <a href="${pages}/sign-ins/${h.id()}" aria-label="${text.of("receipt.open.label", h.service(), h.at())}">${text.of("receipt.open")}</a></li>
  </#list>
  </ul>
  <#else><p>${text.of("identity.history.none")}</p></#if>
</section>

<section class="box" aria-labelledby="consents">
  <h2 id="consents">${text.of("identity.consents")}</h2>
  <#list consents as consent>
  <h3>${consent.service()}</h3>
  <#if consent.what()?has_content><ul><#list consent.what() as what><li>${what}</li></#list></ul><#else><p>${text.of("identity.consent.nothing")}</p></#if>
  <p>${text.of("identity.consent.since", consent.since(), consent.until())}</p>
  <@act to="consents/withdraw"><input type="hidden" name="service" value="${consent.id()}">
    <button class="button quiet" type="submit">${text.of("identity.withdraw", consent.service())}</button></@act>
  <#else><p>${text.of("identity.consents.none")}</p></#list>
</section>

<section class="box" aria-labelledby="sessions">
  <h2 id="sessions">${text.of("identity.sessions")}</h2>
  <#list sessions as s>
  <h3><#if s.here()>${text.of("identity.session.here")}<#else>${text.of("identity.session.other", s.begun())}</#if></h3>
  <p>${text.of("identity.session.text", s.begun(), s.used())}<#if s.services()?has_content> ${s.services()?join(", ")}.</#if></p>
  <@act to="sessions/end"><input type="hidden" name="session" value="${s.id()}">
    <button class="button quiet" type="submit">${text.of("identity.session.end", s.begun())}</button></@act>
  </#list>
</section>

<section class="box" aria-labelledby="passkeys">
  <h2 id="passkeys">${text.of("identity.passkeys")}</h2>
  <#list passkeys as p>
  <h3><#if p.label()?has_content>${p.label()}<#else>${text.of("identity.passkey")}</#if></h3>
  <p>${text.of("identity.since", p.since())}
  <#if p.type()?has_content>${text.of("identity.passkey.by", text.of("identity.kind." + p.type()), p.state())}</#if>
  <#if p.refusal()?has_content><strong class="passkey-state">${text.of("identity.passkey." + p.refusal())}</strong></#if></p>
  <@act to="passkeys/remove"><input type="hidden" name="passkey" value="${p.id()}">
    <button class="button quiet" type="submit">${text.of("identity.passkey.remove", p.label())}</button></@act>
  <#else><p>${text.of("identity.passkeys.none")}</p></#list>
  <p>${text.of("identity.passkeys.text")}</p>
  <p><a class="button quiet" id="add-passkey" href="${pages}/passkeys/add">${text.of("identity.passkey.add")}</a></p>
</section>

<#if mail>
<section class="box" aria-labelledby="address">
  <h2 id="address">${text.of("identity.address")}</h2>
  <p id="address-now"><#if address?has_content>${text.of("identity.address.now", address)}<#else>${text.of("identity.address.none")}</#if></p>
  <#if addressWaits?has_content><p>${text.of("identity.address.waits", addressWaits)}</p></#if>
  <p>${text.of("identity.address.text")}</p>
  <@act to="address">
    <label for="email"><#if address?has_content>${text.of("identity.address.other")}<#else>${text.of("identity.address")}</#if></label>
    <input id="email" name="email" type="email" autocomplete="email" maxlength="254" spellcheck="false" required>
    <label for="address-code">${text.of("identity.code.now")}</label>
    <input id="address-code" name="code" type="password" inputmode="numeric" autocomplete="current-password" maxlength="6" required>
    <button type="submit">${text.of("identity.address.button")}</button>
  </@act>
</section>
</#if>

<section class="box" aria-labelledby="change">
  <h2 id="change">${text.of("identity.change")}</h2>
  <@act to="code">
    <p class="hint" id="six">${text.of("identity.change.text")}</p>
    <label for="now">${text.of("identity.code.now")}</label>
    <input id="now" name="code" type="password" inputmode="numeric" autocomplete="current-password" maxlength="6" required aria-describedby="six">
    <label for="new">${text.of("identity.code.new")}</label>
    <input id="new" name="new" type="password" inputmode="numeric" autocomplete="new-password" maxlength="6" required aria-describedby="six">
    <label for="again">${text.of("identity.code.again")}</label>
    <input id="again" name="again" type="password" inputmode="numeric" autocomplete="new-password" maxlength="6" required>
    <button type="submit">${text.of("identity.change.button")}</button>
  </@act>
</section>

<section class="box" aria-labelledby="download">
  <h2 id="download">${text.of("identity.download")}</h2>
  <p>${text.of("identity.download.text")}</p>
  <p><a class="button quiet" href="${pages}/download">${text.of("identity.download.button")}</a></p>
</section>

<section class="box" aria-labelledby="delete">
  <h2 id="delete">${text.of("identity.delete")}</h2>
  <p>${text.of("identity.delete.erased")}</p>
  <p>${text.of("identity.delete.kept", logMonths)}</p>
  <details><summary>${text.of("identity.delete.open")}</summary>
  <@act to="delete">
    <label for="delete-code">${text.of("identity.code.now")}</label>
    <input id="delete-code" name="code" type="password" inputmode="numeric" autocomplete="current-password" maxlength="6" required>
    <p class="choice"><input id="sure" name="sure" type="checkbox" value="yes"> <label for="sure">${text.of("identity.delete.sure")}</label></p>
    <button type="submit">${text.of("identity.delete.button")}</button>
  </@act></details>
</section>

<p class="actions"><a class="button" href="${pages?keep_before("/tessere-identity")}/protocol/openid-connect/logout">${text.of("identity.out")}</a></p>
</#if>
</@layout.registrationLayout>
