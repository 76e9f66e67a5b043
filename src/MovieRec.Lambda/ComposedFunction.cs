using Microsoft.Extensions.Logging;
using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Lambda.Gateway;

namespace MovieRec.Lambda;

/// <summary>Does what a schedule asks for.</summary>
/// <param name="scheduled">The schedule's turn.</param>
/// <param name="deadline">When Lambda ends the process.</param>
/// <param name="cancellationToken">Cancelled just before that.</param>
internal delegate Task ScheduledHandler(ScheduledEvent scheduled, DateTimeOffset deadline, CancellationToken cancellationToken);

/// <summary>Puts one function together, with no more than it needs. What it throws stops the start-up.</summary>
/// <param name="name">The function that <c>_HANDLER</c> names.</param>
/// <param name="log">The function's log.</param>
internal delegate ValueTask<ComposedFunction> FunctionComposer(FunctionName name, ILogger log, CancellationToken cancellationToken);

/// <summary>A function, ready to be called.</summary>
/// <param name="Function">Behind its edge, which answers whatever happens inside.</param>
/// <param name="OnSchedule">Null for a function that no schedule calls.</param>
internal sealed record ComposedFunction(IFunction Function, ScheduledHandler? OnSchedule = null);
