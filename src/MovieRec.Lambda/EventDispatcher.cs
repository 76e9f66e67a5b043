using MovieRec.Api;
using MovieRec.Lambda.Gateway;
using MovieRec.Lambda.Logging;
using MovieRec.Lambda.RuntimeApi;

namespace MovieRec.Lambda;

/// <summary>Passes an event to the function and writes its response.</summary>
internal sealed class EventDispatcher(FunctionName name, ComposedFunction composed)
{
    private const int Ok = 200;

    private static readonly byte[] s_nothing = [.. "null"u8];

    /// <param name="line">Gets the fields of the event, even if this method throws.</param>
    /// <returns>JSON, for the service that invoked the function.</returns>
    /// <exception cref="InvalidEventException">The function does not handle such an event.</exception>
    public async Task<ReadOnlyMemory<byte>> RespondAsync(
        Invocation invocation, InvocationLine line, CurrentInvocation current, CancellationToken cancellationToken)
    {
        switch (EventReader.Read(invocation.Event.Span, invocation.RequestId))
        {
            case LambdaEvent.Proxied { Request: var request }:
                line.Route = request.Route is { } route && route.Function == name ? route.ToString() : "unknown";
                line.RequestId = request.RequestId;
                current.RequestId = request.RequestId;
                var response = await composed.Function.HandleAsync(request, cancellationToken);
                var result = ProxyResponse.Write(response);
                (line.Status, line.Error) = (response.Status, response.Error);
                return result;

            case LambdaEvent.Scheduled { Event: var scheduled }:
                line.Route = "schedule";
                if (composed.OnSchedule is null)
                    throw new InvalidEventException($"{name.GetHandler()} is not called by a schedule.");
                await composed.OnSchedule(scheduled, invocation.Deadline, cancellationToken);
                line.Status = Ok;
                return s_nothing;

            default:
                throw new InvalidEventException("No handler exists for this kind of event.");
        }
    }
}
