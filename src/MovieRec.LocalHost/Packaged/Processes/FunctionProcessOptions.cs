namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>A function as Lambda is told of it.</summary>
internal sealed record FunctionProcessOptions
{
    /// <summary>What Lambda calls <c>bootstrap</c>: any executable that speaks the Runtime API; a path, or a name on Lambda's PATH.</summary>
    public required string Executable { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary><c>_HANDLER</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>The function's own settings, beside what Lambda gives every function.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where its code is, <c>LAMBDA_TASK_ROOT</c>; its working directory.</summary>
    public required string TaskRoot { get; init; }

    /// <summary>The layers' <c>lib</c>, which is <c>/opt/lib</c> in Lambda; null without a layer.</summary>
    public string? LibraryPath { get; init; }

    public string Region { get; init; } = "eu-west-1";

    /// <summary>Megabytes. It is said and not enforced.</summary>
    public int MemorySize { get; init; } = 512;

    /// <summary>How long it may take to ask for its first event: Lambda's limit for the phase <c>Init</c>.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Is told each line that it writes, from any thread.</summary>
    public required Action<string> Log { get; init; }

    /// <summary>Deadlines are told to the process, which has the real clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
