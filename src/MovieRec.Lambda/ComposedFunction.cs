using Microsoft.Extensions.Logging;
using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Lambda.Gateway;

namespace MovieRec.Lambda;

/// <summary>Handles a scheduled event.</summary>
/// <param name="scheduled">The event.</param>
/// <param name="deadline">The time at which Lambda ends the process.</param>
/// <param name="cancellationToken">Cancelled just before the deadline.</param>
internal delegate Task ScheduledHandler(ScheduledEvent scheduled, DateTimeOffset deadline, CancellationToken cancellationToken);

/// <summary>Composes one function with only what it needs; any exception stops the start-up.</summary>
/// <param name="name">The function that <c>_HANDLER</c> names.</param>
/// <param name="log">The function's log.</param>
internal delegate ValueTask<ComposedFunction> FunctionComposer(FunctionName name, ILogger log, CancellationToken cancellationToken);

/// <summary>A function, ready to be called.</summary>
/// <param name="Function">The function in its pipeline, which returns a response for every exception inside.</param>
/// <param name="OnSchedule">Null for a function that no schedule calls.</param>
internal sealed record ComposedFunction(IFunction Function, ScheduledHandler? OnSchedule = null);
