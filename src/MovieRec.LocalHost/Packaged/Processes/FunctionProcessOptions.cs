namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>Configuration of a function, as in Lambda.</summary>
internal sealed record FunctionProcessOptions
{
    /// <summary>Lambda's <c>bootstrap</c>: an executable that uses the Runtime API, as a path or a name on Lambda's PATH.</summary>
    public required string Executable { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary><c>_HANDLER</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>The function's own environment variables, in addition to those that Lambda sets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Folder of its code, <c>LAMBDA_TASK_ROOT</c>; also its working directory.</summary>
    public required string TaskRoot { get; init; }

    /// <summary>The layers' <c>lib</c>, which is <c>/opt/lib</c> in Lambda; null without a layer.</summary>
    public string? LibraryPath { get; init; }

    public string Region { get; init; } = "eu-west-1";

    /// <summary>Memory size in megabytes; reported to the function and not enforced.</summary>
    public int MemorySize { get; init; } = 512;

    /// <summary>Timeout until it requests its first event: Lambda's limit for the phase <c>Init</c>.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called from any thread with each line that it writes.</summary>
    public required Action<string> Log { get; init; }

    /// <summary>Clock for the deadlines, which the process compares with the real clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
