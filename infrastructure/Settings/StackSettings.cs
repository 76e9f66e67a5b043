using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Aws;
using MovieRec.Aws.UserPool;

namespace MovieRec.Infrastructure.Settings;

/// <summary>What a deployment is given; everything else is in the code. No account, Region or id has a default.</summary>
public sealed record StackSettings
{
    /// <summary>What the stack is called, and its functions and logs begin with: <c>stackName</c>.</summary>
    public required string StackName { get; init; }

    /// <summary>The user pool that is imported: <c>userPoolId</c>.</summary>
    public required UserPoolId UserPoolId { get; init; }

    /// <summary>Its app client: <c>userPoolClientId</c>.</summary>
    public required string UserPoolClientId { get; init; }

    /// <summary>The issuer of its tokens where that is not the pool's usual one: <c>userPoolIssuer</c>.</summary>
    public string? UserPoolIssuer { get; init; }

    /// <summary>What the imported tables are called: <c>tableNames</c>.</summary>
    public required TableNames TableNames { get; init; }

    /// <summary>Web origins that browsers may call from: <c>allowedOrigins</c>.</summary>
    public required CorsPolicy Cors { get; init; }

    /// <summary>The name of the parameter that holds the key of The Movie Database, if there is one: <c>tmdbParameter</c>.</summary>
    public string? TmdbParameter { get; init; }

    /// <summary>How long every log is kept, in days: <c>logRetentionDays</c>.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>The topic that alarms are sent to, if there is one: <c>alarmTopicArn</c>.</summary>
    public string? AlarmTopicArn { get; init; }

    /// <summary>Whether every function has a role of its own: <c>roles</c>.</summary>
    public required bool RolePerFunction { get; init; }

    /// <summary>What the clock calls; nothing where <c>schedule</c> is off, and then nobody may read or write what only a refresh does.</summary>
    public required IReadOnlyList<Schedule> Schedules { get; init; }

    /// <summary>Requests that one address may make in five minutes, from 10: <c>rateLimitPerAddress</c>; null for no such rule.</summary>
    public int? RateLimitPerAddress { get; init; }

    /// <summary>Concurrent executions that each function has for itself, and at most: <c>reservedConcurrency</c>; null for the account's.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Whether the stack sets the account's role by which API Gateway writes logs: <c>apiGatewayAccountRole</c>.</summary>
    public required bool SetsAccountRole { get; init; }
}
