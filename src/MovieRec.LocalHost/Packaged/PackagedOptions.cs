namespace MovieRec.LocalHost.Packaged;

/// <summary>Where what is deployed is, to be run on this machine.</summary>
public sealed record PackagedOptions
{
    /// <summary>What <c>./package</c> has made: <c>function/bootstrap</c> and <c>layer/lib</c>.</summary>
    public required string DistFolder { get; init; }

    /// <summary>Where <c>npm ci</c> has installed the emulators.</summary>
    public required string EmulatorsFolder { get; init; }

    internal string TaskRoot => Path.Combine(DistFolder, "function");

    internal string Bootstrap => Path.Combine(TaskRoot, "bootstrap");

    internal string LibraryPath => Path.Combine(DistFolder, "layer", "lib");

    /// <exception cref="StartupException">Something is missing; one sentence.</exception>
    internal void Check()
    {
        foreach (var file in (string[])[Bootstrap, Path.Combine(LibraryPath, "libcognitojwt.so")])
        {
            if (!File.Exists(file))
                throw new StartupException($"--packaged needs {file}: run ./package first.");
        }
    }
}
