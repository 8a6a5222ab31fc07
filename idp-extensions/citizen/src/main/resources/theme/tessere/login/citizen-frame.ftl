<#-- What the citizen's pages have in common. -->
<#macro wrongs>
<#if wrong??>
<div class="notice error" role="alert" id="wrong">
  <p><strong>${wrongHappened}</strong></p>
  <p>${wrongNext}</p>
  <p class="small"><code id="refusal">${wrong}</code> <a href="${wrongHelp}">${msg("refusedHelp")}</a></p>
</div>
</#if>
</#macro>

<#-- A field for six digits: the keyboard of a telephone shows digits, programs that fill in forms may help. -->
<#macro code name label complete first=false>
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="password" inputmode="numeric" autocomplete="${complete}" maxlength="6" required spellcheck="false"
  aria-describedby="digits<#if wrong??> wrong</#if>"<#if wrong??> aria-invalid="true"</#if><#if first> autofocus</#if>>
</#macro>
