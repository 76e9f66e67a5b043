using MovieRec.Api.Http;

namespace MovieRec.Lambda.Gateway;

/// <summary>Event of an invocation: a request through the gateway, or a scheduled event.</summary>
internal abstract record LambdaEvent
{
    /// <summary>A REST proxy event, payload 1.0.</summary>
    /// <param name="Request">
    /// The request, with the gateway's request id; without the claims of the gateway's authorizer, since the function verifies the token.
    /// </param>
    internal sealed record Proxied(ApiRequest Request) : LambdaEvent;

    /// <summary>A scheduled event of an EventBridge rule.</summary>
    internal sealed record Scheduled(ScheduledEvent Event) : LambdaEvent;
}

/// <summary>Data of a scheduled event.</summary>
/// <param name="Id">The event's id, for the log.</param>
/// <param name="Time">The time it was due, in EventBridge's format.</param>
internal sealed record ScheduledEvent(string Id, string Time);
