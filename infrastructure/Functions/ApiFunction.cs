using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using MovieRec.Api;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Functions;

/// <summary>One Lambda function; all share one executable, and the handler's name selects the function.</summary>
internal sealed class ApiFunction : Function
{
    public ApiFunction(Construct scope, FunctionName name, Shared shared, LogGroup log, IRole role)
        : base(scope, name.GetHandler(), Props(scope, name, shared, log, role))
    {
        Name = name;
    }

    public FunctionName Name { get; }

    private static FunctionProps Props(Construct scope, FunctionName name, Shared shared, LogGroup log, IRole role)
    {
        var sizing = FunctionSizing.Get(name);
        return new FunctionProps
        {
            FunctionName = FunctionLogs.GetName(scope, name),
            Description = string.Join(", ", Routes.GetRoutes(name)),
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = Architecture.X86_64,
            Code = shared.Code,
            Handler = name.GetHandler(),
            MemorySize = sizing.MemoryMegabytes,
            Timeout = Duration.Seconds(sizing.TimeoutSeconds),
            ReservedConcurrentExecutions = shared.Settings.ReservedConcurrency,
            Environment = FunctionEnvironment.GetVariables(name, shared.Settings),
            Layers = FunctionAccess.Verifies(name) ? [shared.JwtLayer] : [],
            Role = role,
            Tracing = Tracing.ACTIVE,
            LogGroup = log,
            LoggingFormat = LoggingFormat.JSON,
        };
    }

    /// <summary>Properties that all functions share.</summary>
    internal sealed record Shared(Code Code, ILayerVersion JwtLayer, StackSettings Settings);
}
