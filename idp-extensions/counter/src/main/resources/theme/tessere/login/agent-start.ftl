<#import "template.ftl" as layout>
<#import "agent-frame.ftl" as a>
<@layout.registrationLayout displayMessage=false; section>
<#if section == "header">${text.of("start.title")}<#elseif section == "form">
<#if done?has_content><p class="notice info" role="status" id="done">${text.of("done." + done)}</p></#if>
<@a.wrongs/>
<p class="lead">${text.of("start.lead")}</p>
<form id="take-code" action="${pages}/code" method="post">
  <@a.token/>
  <label for="code">${text.of("start.code")}</label>
  <p class="hint" id="letters">${text.of("start.letters")}</p>
  <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required
    aria-describedby="letters<#if wrong??> wrong</#if>"<#if wrong??> aria-invalid="true"</#if>>
  <button type="submit">${text.of("start.button")}</button>
</form>
<section class="box" aria-labelledby="how">
  <h2 id="how">${text.of("start.how")}</h2>
  <ul class="spaced"><li>${text.of("start.how.code")}</li><li>${text.of("start.how.look")}</li><li>${text.of("start.how.trace")}</li></ul>
</section>
<p class="actions"><a class="button plain" href="${pages?keep_before("/tessere-counter")}/protocol/openid-connect/logout">${text.of("out")}</a></p>
</#if>
</@layout.registrationLayout>
