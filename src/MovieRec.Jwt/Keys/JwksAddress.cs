namespace MovieRec.Jwt.Keys;

/// <summary>Check of an address that keys may come from.</summary>
/// <remarks>An attacker who can change the response on its way can sign tokens, so http is allowed only on loopback.</remarks>
internal static class JwksAddress
{
    /// <exception cref="ArgumentException">Not https (http on loopback), or with user, password or fragment.</exception>
    public static Uri Parse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException($"The JWKS address is '{text}': it must be https://..., or http://... on loopback.", nameof(text));
        }
        return address;
    }
}
