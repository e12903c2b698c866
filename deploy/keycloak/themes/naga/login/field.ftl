<#-- Fields as Naga draws them: label above, error below and tied to the field. -->
<#macro group name label error="" required=false>
  <div class="field">
    <label for="${name}">${label}</label>
    <#nested>
    <div id="input-error-container-${name}" aria-live="polite">
      <#if error?has_content><p class="error" id="input-error-${name}">${error}</p></#if>
    </div>
  </div>
</#macro>

<#macro errorIcon error=""></#macro>

<#macro described name error><#if error?has_content>aria-invalid="true" aria-describedby="input-error-${name}"</#if></#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false type="text">
  <@group name=name label=label error=error required=required>
    <input id="${name}" name="${name}" value="${value}" type="${type}" autocomplete="${autocomplete}" spellcheck="false" autocapitalize="none"
      <#if autocomplete == "one-time-code">inputmode="numeric" maxlength="10" class="code"</#if>
      <#if required>required</#if> <#if autofocus>autofocus</#if> <@described name=name error=error />>
  </@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false>
  <@group name=name label=label error=error required=required>
    <div class="with-reveal">
      <input id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"
        <#if autofocus>autofocus</#if> <@described name=name error=error />>
      <button class="reveal" type="button" id="${name}-show-password" aria-label="${msg("showPassword")}" aria-controls="${name}"
        data-password-toggle data-icon-show="${properties.kcFormPasswordVisibilityIconShow}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide}"
        data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"><span class="${properties.kcFormPasswordVisibilityIconShow}" aria-hidden="true"></span></button>
    </div>
    <#nested>
    <#if forgotPassword>
      <p class="hint"><a id="kc-forgot-password" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
    </#if>
  </@group>
</#macro>

<#macro checkbox name label value=false required=false>
  <label class="check" for="${name}">
    <input type="checkbox" id="${name}" name="${name}" <#if value>checked</#if>>
    <span>${label}</span>
  </label>
</#macro>
