using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MovieRec.Lambda;
using MovieRec.Lambda.Composition;

#pragma warning disable RS0030 // The composition root of a function: only here environment, clock and randomness enter.
using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});
var composer = new Composer(
    new FunctionSettings(Environment.GetEnvironmentVariable), TimeProvider.System, Random.Shared, RandomNumberGenerator.GetBytes);
return await LambdaHost.RunAsync(
    new LambdaEnvironment(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"), Environment.GetEnvironmentVariable("_HANDLER")),
    composer.ComposeAsync,
    Console.OpenStandardOutput(),
    TimeProvider.System,
    trace => Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", trace),
    stop.Token);
