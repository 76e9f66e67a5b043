using MovieRec.Api.Http;

namespace MovieRec.Lambda.Gateway;

/// <summary>What a function is called with: a request through the gateway, or the schedule.</summary>
internal abstract record LambdaEvent
{
    /// <summary>A REST proxy event, payload 1.0.</summary>
    /// <param name="Request">The request, with the gateway's request id. What the gateway's authorizer says is left out: the function verifies for itself.</param>
    internal sealed record Proxied(ApiRequest Request) : LambdaEvent;

    /// <summary>An EventBridge rule's turn.</summary>
    internal sealed record Scheduled(ScheduledEvent Event) : LambdaEvent;
}

/// <summary>An EventBridge rule's turn.</summary>
/// <param name="Id">The event's id, for the log.</param>
/// <param name="Time">When it was due, as EventBridge writes it.</param>
internal sealed record ScheduledEvent(string Id, string Time);
