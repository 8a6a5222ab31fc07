<#-- What the agents' pages have in common. -->
<#macro wrongs>
<#if wrong??>
<div class="notice error" role="alert" id="wrong">
  <p><strong>${wrongHappened}</strong></p>
  <p>${wrongNext}</p>
  <p class="small"><code id="refusal">${wrong}</code> <a href="${wrongHelp}">${msg("refusedHelp")}</a></p>
</div>
</#if>
</#macro>
<#macro token><input type="hidden" name="token" value="${formToken}"></#macro>
