namespace MovieRec.Aws.UserPool;

/// <summary>Which app client of which user pool, and where. Not a record: a secret must not be printed.</summary>
public sealed class CognitoClientSettings
{
    /// <summary>The address of Cognito: the region's, or that of an emulator.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The app client, which allows <c>USER_PASSWORD_AUTH</c>, and refreshing in either of Cognito's ways.</summary>
    public required string ClientId { get; init; }

    /// <summary>The app client's secret, where it has one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A region's address; <c>eu-west-1_AbCdEf</c> is a pool of the region <c>eu-west-1</c>.</summary>
    public static Uri EndpointOf(string region) => new($"https://cognito-idp.{region}.amazonaws.com/");
}
