using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Aws;
using MovieRec.Aws.UserPool;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Settings of a deployment; no account, Region or id has a default, and all else is in the code.</summary>
public sealed record StackSettings
{
    /// <summary>Name of the stack, and prefix of the names of functions and logs: <c>stackName</c>.</summary>
    public required string StackName { get; init; }

    /// <summary>Imported user pool: <c>userPoolId</c>.</summary>
    public required UserPoolId UserPoolId { get; init; }

    /// <summary>App client of the pool: <c>userPoolClientId</c>.</summary>
    public required string UserPoolClientId { get; init; }

    /// <summary>Issuer of its tokens if it is not the pool's usual one: <c>userPoolIssuer</c>.</summary>
    public string? UserPoolIssuer { get; init; }

    /// <summary>Names of the imported tables: <c>tableNames</c>.</summary>
    public required TableNames TableNames { get; init; }

    /// <summary>Web origins from which browsers may call: <c>allowedOrigins</c>.</summary>
    public required CorsPolicy Cors { get; init; }

    /// <summary>Name of the parameter with the key for TMDB (The Movie Database), if there is one: <c>tmdbParameter</c>.</summary>
    public string? TmdbParameter { get; init; }

    /// <summary>Retention of all logs in days: <c>logRetentionDays</c>.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Topic for the alarms, if there is one: <c>alarmTopicArn</c>.</summary>
    public string? AlarmTopicArn { get; init; }

    /// <summary>True if every function has a role of its own: <c>roles</c>.</summary>
    public required bool RolePerFunction { get; init; }

    /// <summary>Scheduled calls; empty if <c>schedule</c> is off, and then no function may do what only a refresh does.</summary>
    public required IReadOnlyList<Schedule> Schedules { get; init; }

    /// <summary>Requests per address in five minutes, at least 10: <c>rateLimitPerAddress</c>; null for no limit.</summary>
    public int? RateLimitPerAddress { get; init; }

    /// <summary>Reserved and maximum concurrency per function: <c>reservedConcurrency</c>; null for the account's.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>True if the stack sets the account's role with which API Gateway writes logs: <c>apiGatewayAccountRole</c>.</summary>
    public required bool SetsAccountRole { get; init; }
}
