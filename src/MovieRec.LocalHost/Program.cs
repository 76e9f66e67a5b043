using MovieRec.LocalHost.Composition;

return await HostProgram.RunAsync(args, new HostLimits());
