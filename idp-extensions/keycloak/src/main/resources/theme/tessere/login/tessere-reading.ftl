<#import "template.ftl" as layout>
<#import "tessere-reader.ftl" as reader>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${msg("readingTitle")}<#elseif section == "form">
<#if reading.claims()?has_content>
<p class="lead">${msg("readingAsks", reading.service())}</p>
<ul class="claims">
  <#list reading.claims() as claim><li>${claim}</li></#list>
</ul>
<#else>
<p class="lead">${msg("readingAsksNothing", reading.service())}</p>
</#if>
<p>${msg("readingLevel")} <strong>${msg("level." + reading.level())}</strong>. ${msg("readingMinutes", reading.minutes())}</p>

<#if counter>
<section class="box" aria-labelledby="counter">
  <h2 id="counter">${msg("readingCounterTitle")}</h2>
  <p>${msg("readingCounter")} <a href="${myIdentity}">${msg("readingCounterWhere")}</a></p>
  <form action="${url.loginAction}" method="post"><button class="button quiet" id="not-compared" type="submit" name="step" value="not-compared">${msg("readingCounterNot", reading.service())}</button></form>
</section>
</#if>
<#if ladder><p class="notice info" id="ladder">${msg("readingLadder", reading.service(), msg("level." + reading.level()))}</p></#if>

<div id="state" class="notice info" role="status" aria-live="polite" data-state="${reading.state()}"
     data-status="${reading.statusAddress()}"
     data-waiting="${msg("state.waiting")}" data-reading="${msg("state.reading")}" data-return="${msg("state.return")}"
     data-ready="${msg("state.ready")}" data-refused="${msg("state.refused")}" data-over="${msg("state.over")}"
     data-none="${msg("state.none")}">${msg("state." + reading.state())}</div>
<div id="trouble" role="status" aria-live="polite"<#if reading.trouble()?has_content> class="notice warning"</#if>>${reading.trouble()}</div>

<section class="box" aria-labelledby="here">
  <h2 id="here">${msg("thisDeviceTitle")}</h2>
  <@reader.here link=reading.readerLink() address=reading.address()/>
</section>

<section class="box" aria-labelledby="elsewhere">
  <h2 id="elsewhere">${msg("anotherDeviceTitle")}</h2>
  <p>${msg("anotherDeviceText")}</p>
  <p><span id="code-label">${msg("comparisonCode")}</span> <strong class="code" id="code" aria-labelledby="code-label code">${reading.comparisonCode()}</strong></p>
  <svg class="qr" role="img" aria-labelledby="qr-title" viewBox="0 0 ${reading.qrSize()?c} ${reading.qrSize()?c}" width="240" height="240" shape-rendering="crispEdges">
    <title id="qr-title">${msg("qrTitle")}</title>
    <rect width="100%" height="100%" fill="#fff"/><path d="${reading.qrPath()}" fill="#000"/>
  </svg>
  <p>${msg("qrInstead")} <strong id="short-address">${reading.shortAddress()}</strong><br>
    <span id="short-label">${msg("qrInsteadCode")}</span> <strong class="code" id="short-code" aria-labelledby="short-label short-code">${reading.shortCode()}</strong></p>
  <details>
    <summary>${msg("addressTitle")}</summary>
    <p>${msg("addressText")} <code id="qr-address">${reading.qrAddress()}</code></p>
  </details>
  <p class="notice warning">${msg("scamWarning")}</p>
</section>

<#if passkey>
<section class="box" aria-labelledby="passkey">
  <h2 id="passkey">${msg("passkeyTitle")}</h2>
  <p>${msg("passkeyText")}</p>
  <form action="${url.loginAction}" method="post"><button class="button quiet" id="by-passkey" type="submit" name="step" value="passkey">${msg("passkeyButton")}</button></form>
</section>
</#if>

<section class="box" aria-labelledby="later">
  <h2 id="later">${msg("laterTitle")}</h2>
  <p>${msg("laterText", reading.shortAddress(), reading.shortCode(), reading.minutes())}</p>
  <p>${msg("laterTab")}</p>
</section>

<form id="continue" class="actions" action="${url.loginAction}" method="post">
  <button class="button quiet" type="submit" name="step" value="continue">${msg("continueButton")}</button>
  <button class="button plain" type="submit" name="step" value="again">${msg("beginAgainButton")}</button>
  <button class="button plain" type="submit" name="step" value="leave">${msg("leaveButton", reading.service())}</button>
</form>
<script type="module" src="${url.resourcesPath}/js/reading.js"></script>
</#if>
</@layout.registrationLayout>
