namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>Environment variables of a function's process: Lambda's, and the function's own settings.</summary>
/// <remarks>
/// No variable of the host gets in, so that a function cannot depend on a variable that does not exist once it is deployed.
/// </remarks>
internal static class LambdaEnvironment
{
    public static IReadOnlyDictionary<string, string> Create(FunctionProcessOptions options, string runtimeApi)
    {
        string?[] libraries = [options.TaskRoot, Path.Combine(options.TaskRoot, "lib"), options.LibraryPath];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["_HANDLER"] = options.Handler,
            ["LAMBDA_TASK_ROOT"] = options.TaskRoot,
            ["AWS_REGION"] = options.Region,
            ["AWS_DEFAULT_REGION"] = options.Region,
            ["AWS_LAMBDA_FUNCTION_NAME"] = options.Handler,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{options.MemorySize}",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{options.Handler}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "local",
            // In Lambda those of the role; the emulators accept any.
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_SESSION_TOKEN"] = "local",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin:/opt/bin",
            ["LD_LIBRARY_PATH"] = string.Join(':', libraries.OfType<string>()),
        };
        foreach (var (name, value) in options.Environment)
            environment[name] = value;
        return environment;
    }
}
