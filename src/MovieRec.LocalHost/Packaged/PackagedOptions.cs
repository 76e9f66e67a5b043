using MovieRec.Api.Outcomes;

namespace MovieRec.LocalHost.Packaged;

/// <summary>Folders of the packaged functions and of the emulators.</summary>
public sealed record PackagedOptions
{
    /// <summary>Output folder of <c>./package</c>, with <c>function/bootstrap</c> and <c>layer/lib</c>.</summary>
    public required string DistFolder { get; init; }

    /// <summary>Folder in which <c>npm ci</c> has installed the emulators.</summary>
    public required string EmulatorsFolder { get; init; }

    internal string TaskRoot => Path.Combine(DistFolder, "function");

    internal string Bootstrap => Path.Combine(TaskRoot, "bootstrap");

    internal string LibraryPath => Path.Combine(DistFolder, "layer", "lib");

    /// <exception cref="ConfigurationException">A file is missing; the message is one sentence.</exception>
    internal void Check()
    {
        foreach (var file in (string[])[Bootstrap, Path.Combine(LibraryPath, "libcognitojwt.so")])
        {
            if (!File.Exists(file))
                throw new ConfigurationException($"--packaged needs {file}: run ./package first.");
        }
    }
}
