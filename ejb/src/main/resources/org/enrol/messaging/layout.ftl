<#-- The plain-text form of every mail. -->
${service}

${title}

${greeting}

<#list paragraphs as paragraph>
${paragraph}

</#list>
<#if button??>
${button}:
${buttonAddress}

</#if>
----------
${why}

${automatic}
${help}: ${helpAddress}
