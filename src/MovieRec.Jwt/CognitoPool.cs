using System.Buffers;

namespace MovieRec.Jwt;

/// <summary>Issuer and JWKS address of a user pool.</summary>
/// <example><c>CognitoPool.FromId("eu-west-1_AbC123xyz", "USER_POOL_ID").Issuer</c> is
/// <c>https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz</c>.</example>
public sealed record CognitoPool
{
    private static readonly SearchValues<char> Alphanumerics =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private CognitoPool(string issuer, string jwksAddress)
    {
        Issuer = issuer;
        JwksAddress = jwksAddress;
    }

    /// <summary>The <c>iss</c> of the pool's tokens.</summary>
    public string Issuer { get; }

    /// <summary>The address of the pool's JWKS.</summary>
    public string JwksAddress { get; }

    /// <summary>Creates the description of an Amazon Cognito pool from its id.</summary>
    /// <param name="poolId">The region, an underscore, and letters and digits: <c>^[\w-]+_[0-9a-zA-Z]+$</c>.</param>
    /// <param name="setting">The name of the setting that it comes from, for the message.</param>
    /// <exception cref="ArgumentException">The id has a different form; the message names the setting.</exception>
    public static CognitoPool FromId(string? poolId, string setting)
    {
        var underscore = poolId?.LastIndexOf('_') ?? -1;
        if (underscore <= 0 || !IsWord(poolId.AsSpan(0, underscore)) || !IsAlphanumeric(poolId.AsSpan(underscore + 1)))
        {
            throw new ArgumentException(
                $"{setting} is '{poolId}': set it to a Cognito user pool id such as eu-west-1_AbC123xyz (region, underscore, letters and "
                + "digits).",
                nameof(poolId));
        }
        return At($"https://cognito-idp.{poolId![..underscore]}.amazonaws.com/{poolId}", setting);
    }

    /// <summary>Describes a pool outside Cognito; its keys are at <c>/.well-known/jwks.json</c> under the issuer.</summary>
    /// <remarks>For example the pool of MovieRec.LocalHost, an emulator, or a multi-region issuer.</remarks>
    /// <param name="issuer">For example <c>http://localhost:8080/local_abc</c>.</param>
    /// <param name="setting">The name of the setting that it comes from, for the message.</param>
    /// <exception cref="ArgumentException">Not an absolute https (on loopback also http) address; the message names the
    /// setting.</exception>
    public static CognitoPool At(string? issuer, string setting) => At(issuer, issuer?.TrimEnd('/') + "/.well-known/jwks.json", setting);

    /// <summary>Describes a pool whose keys are at a separate address.</summary>
    /// <param name="issuer">The <c>iss</c> of the tokens, character by character.</param>
    /// <param name="jwksAddress">The address of the JWKS.</param>
    /// <param name="setting">The name of the setting that they come from, for the message.</param>
    /// <exception cref="ArgumentException">Not an absolute https (on loopback also http) address; the message names the
    /// setting.</exception>
    public static CognitoPool At(string? issuer, string jwksAddress, string setting)
    {
        if (!IsWebAddress(issuer) || !IsWebAddress(jwksAddress))
        {
            throw new ArgumentException(
                $"{setting} is '{issuer}': set it to the issuer's address, https://... (http only on loopback).", nameof(issuer));
        }
        return new CognitoPool(issuer!, jwksAddress);
    }

    private static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsWord(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(WordCharacters);

    private static bool IsAlphanumeric(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Alphanumerics);
}
