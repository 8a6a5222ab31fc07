<#import "template.ftl" as layout>
<#import "citizen-frame.ftl" as c>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("forgot.title")}<#elseif section == "form">
<@c.wrongs/>
<#if stage == "choose">
<p class="lead">${text.of("forgot.choose")}</p>
<p id="digits">${text.of("choose.rules")}</p>
<form id="choose-new-code" action="${url.loginAction}" method="post">
  <@c.code name="code" label=text.of("choose.code") complete="new-password" first=true/>
  <@c.code name="again" label=text.of("choose.again") complete="new-password"/>
  <p class="actions"><button class="button" type="submit" name="step" value="new-code">${text.of("choose.button")}</button></p>
</form>
<#elseif stage == "number">
<p class="lead" id="digits">${text.of("forgot.number", address)}</p>
<form id="type-number" action="${url.loginAction}" method="post">
  <label for="number">${text.of("forgot.number.label")}</label>
  <input id="number" name="number" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="8" required aria-describedby="digits<#if wrong??> wrong</#if>"<#if wrong??> aria-invalid="true"</#if>>
  <p class="actions"><button class="button" type="submit" name="step" value="number">${text.of("forgot.number.button")}</button></p>
</form>
<#else>
<p class="lead">${text.of("forgot.read")}</p>
<form id="forgotten" action="${url.loginAction}" method="post">
<#if address??>
<section class="box" aria-labelledby="by-mail">
  <h2 id="by-mail">${text.of("forgot.mail.title")}</h2>
  <p>${text.of("forgot.mail", address)}</p>
  <p><button class="button" type="submit" name="step" value="send-number">${text.of("forgot.mail.button")}</button></p>
</section>
</#if>
<section class="box" aria-labelledby="by-waiting">
  <h2 id="by-waiting">${text.of("forgot.wait.title")}</h2>
  <#if over??>
  <p>${text.of("forgot.over")}</p>
  <p><button class="button" type="submit" name="step" value="waited">${text.of("forgot.over.button")}</button></p>
  <#elseif opens??>
  <p role="status" id="opens">${text.of("forgot.waiting", opens)}</p>
  <#else>
  <p>${text.of("forgot.wait", hours)}</p>
  <p><button class="button<#if address??> quiet</#if>" type="submit" name="step" value="wait">${text.of("forgot.wait.button")}</button></p>
  </#if>
</section>
</form>
</#if>
<form class="actions" action="${url.loginAction}" method="post">
  <button class="button plain" type="submit" name="step" value="remembered">${text.of("forgot.back")}</button>
  <button class="button plain" type="submit" name="step" value="leave">${msg("leaveButton", service)}</button>
</form>
</#if>
</@layout.registrationLayout>
