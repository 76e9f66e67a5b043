using System.Buffers;

namespace MovieRec.Jwt;

/// <summary>Where a user pool's tokens come from (<see cref="Issuer"/>) and where its keys are (<see cref="JwksAddress"/>).</summary>
/// <example><c>CognitoPool.FromId("eu-west-1_AbC123xyz", "USER_POOL_ID").Issuer</c> is <c>https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz</c>.</example>
public sealed record CognitoPool
{
    private static readonly SearchValues<char> Alphanumerics = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private CognitoPool(string issuer, string jwksAddress)
    {
        Issuer = issuer;
        JwksAddress = jwksAddress;
    }

    /// <summary>What the tokens have as <c>iss</c>.</summary>
    public string Issuer { get; }

    /// <summary>The address of the pool's JWKS.</summary>
    public string JwksAddress { get; }

    /// <summary>A pool of Amazon Cognito by its id.</summary>
    /// <param name="poolId">The region, an underscore, and letters and digits: <c>^[\w-]+_[0-9a-zA-Z]+$</c>.</param>
    /// <param name="setting">The name of the setting that it comes from, for the message.</param>
    /// <exception cref="ArgumentException">The id has another form; the message names the setting.</exception>
    public static CognitoPool FromId(string? poolId, string setting)
    {
        var underscore = poolId?.LastIndexOf('_') ?? -1;
        if (underscore <= 0 || !IsWord(poolId.AsSpan(0, underscore)) || !IsAlphanumeric(poolId.AsSpan(underscore + 1)))
        {
            throw new ArgumentException(
                $"{setting} is '{poolId}': set it to a Cognito user pool id such as eu-west-1_AbC123xyz (region, underscore, letters and digits).",
                nameof(poolId));
        }
        return At($"https://cognito-idp.{poolId![..underscore]}.amazonaws.com/{poolId}", setting);
    }

    /// <summary>A pool elsewhere (local pool, emulator, multi-region issuer): keys are at <c>/.well-known/jwks.json</c> under the issuer.</summary>
    /// <param name="issuer">For example <c>http://localhost:8080/local_abc</c>.</param>
    /// <param name="setting">The name of the setting that it comes from, for the message.</param>
    /// <exception cref="ArgumentException">No absolute http or https address; the message names the setting.</exception>
    public static CognitoPool At(string? issuer, string setting) => At(issuer, issuer?.TrimEnd('/') + "/.well-known/jwks.json", setting);

    /// <summary>A pool whose keys are at an address of their own.</summary>
    /// <param name="issuer">What the tokens have as <c>iss</c>, to the character.</param>
    /// <param name="jwksAddress">The address of the JWKS.</param>
    /// <param name="setting">The name of the setting that they come from, for the message.</param>
    /// <exception cref="ArgumentException">No absolute http or https address; the message names the setting.</exception>
    public static CognitoPool At(string? issuer, string jwksAddress, string setting)
    {
        if (!IsWebAddress(issuer) || !IsWebAddress(jwksAddress))
            throw new ArgumentException($"{setting} is '{issuer}': set it to the issuer's address, https://... (http on loopback alone).", nameof(issuer));
        return new CognitoPool(issuer!, jwksAddress);
    }

    private static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsWord(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(WordCharacters);

    private static bool IsAlphanumeric(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Alphanumerics);
}
