using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace MovieRec.Aws;

/// <summary>Makes the client that the stores use, with its time-outs and retries in one place. One client serves a whole process.</summary>
public static class DynamoDbClientFactory
{
    /// <summary>How long making a connection may take: within a region it is milliseconds.</summary>
    public static TimeSpan ConnectTimeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one attempt may take, so that one that hangs leaves time for another.</summary>
    public static TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(1.4);

    /// <summary>How long one call may take with all its retries; <see cref="Tables.MovieRecTables"/> keeps it.</summary>
    public static TimeSpan CallTimeout { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Attempts after the first, with the SDK's backoff and jitter between them.</summary>
    public const int Retries = 2;

    /// <param name="credentials">Whose account.</param>
    /// <param name="region">For example <c>eu-west-1</c>; also signed for where <paramref name="endpoint"/> is given.</param>
    /// <param name="endpoint">Another address than the region's, for example DynamoDB Local's; null for the region's.</param>
    /// <param name="attemptTimeout">Another limit for one attempt, connecting included; null for <see cref="AttemptTimeout"/>.</param>
    public static IAmazonDynamoDB Create(AWSCredentials credentials, string region, string? endpoint, TimeSpan? attemptTimeout = null)
    {
        var config = new AmazonDynamoDBConfig
        {
            ConnectTimeout = attemptTimeout ?? ConnectTimeout,
            Timeout = attemptTimeout ?? AttemptTimeout,
            MaxErrorRetry = Retries,
            RetryMode = RequestRetryMode.Standard,
        };
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = region;
        }
        return new AmazonDynamoDBClient(credentials, config);
    }
}
