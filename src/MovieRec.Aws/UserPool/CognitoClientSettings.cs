namespace MovieRec.Aws.UserPool;

/// <summary>User pool and app client; not a record, so that a secret is never printed.</summary>
public sealed class CognitoClientSettings
{
    /// <summary>The address of Cognito: the pool's (<see cref="UserPoolId.Endpoint"/>), or that of an emulator.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The app client, which allows <c>USER_PASSWORD_AUTH</c>, and refreshing in either of Cognito's ways.</summary>
    public required string ClientId { get; init; }

    /// <summary>The app client's secret; null if it has none.</summary>
    public string? ClientSecret { get; init; }
}
